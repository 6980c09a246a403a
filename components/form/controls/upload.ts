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
      const done = readAnswer(request.response as Answer, file);
      if (done instanceof UploadFailed) reject(done);
      else resolve(done);
    });
    request.addEventListener('error', () => reject(new UploadFailed('uploadFailed')));
    request.addEventListener('abort', () => reject(new UploadFailed('aborted')));
    signal.addEventListener('abort', () => request.abort());
    request.send(body);
  });
}

/** The document that was stored, or why the server refused the file. */
export function readAnswer(answer: Answer, file: Pick<File, 'name' | 'size' | 'type'>): Uploaded | UploadFailed {
  if (!answer?.id) return new UploadFailed(answer?.error?.code ?? 'uploadFailed');
  return { id: answer.id, name: answer.name ?? file.name, size: answer.size ?? file.size, mime: answer.mime ?? file.type };
}

type Answer = (Partial<Uploaded> & { error?: { code: string } }) | null;
