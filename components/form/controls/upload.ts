/** What the server answers to an upload. */
export type Uploaded = { id: string; name: string; size: number; mime: string };

/** Why the server refused a file, by its code; `uploadFailed` when nothing came back. */
export class UploadFailed extends Error {
  readonly code: string;

  constructor(code: string) {
    super(code);
    this.code = code;
  }
}

/** Sends a file and tells how far it is, from 0 to 1. XMLHttpRequest, because fetch cannot tell. */
export function upload(file: File, onProgress: (part: number) => void, signal: AbortSignal): Promise<Uploaded> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const body = new FormData();
    body.append('file', file);
    request.open('POST', '/api/documents');
    request.responseType = 'json';
    request.upload.addEventListener('progress', (event) => onProgress(event.lengthComputable ? event.loaded / event.total : 0));
    request.addEventListener('load', () => {
      const answer = request.response as Partial<Uploaded & { code: string }> | null;
      if (request.status >= 200 && request.status < 300 && answer?.id)
        resolve({ id: answer.id, name: answer.name ?? file.name, size: answer.size ?? file.size, mime: answer.mime ?? file.type });
      else reject(new UploadFailed(answer?.code ?? 'uploadFailed'));
    });
    request.addEventListener('error', () => reject(new UploadFailed('uploadFailed')));
    request.addEventListener('abort', () => reject(new UploadFailed('aborted')));
    signal.addEventListener('abort', () => request.abort());
    request.send(body);
  });
}
