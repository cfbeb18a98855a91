/** Hands the user a file, made here. */
export function download({
  name,
  text,
  type = 'application/json',
}: {
  name: string;
  text: string | Blob;
  type?: string;
}): void {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser has opened it by the next task.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
