/** Hands bytes to the browser as a file. */
export function download(name: string, bytes: Uint8Array<ArrayBuffer>, type = 'application/xml'): void {
  const url = URL.createObjectURL(new Blob([bytes], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
