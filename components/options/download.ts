/** Hands the user a file, made here. Without a mark before it, spreadsheets read a CSV's letters beyond ASCII wrongly. */
export function download({
  name,
  text,
  type = 'application/json',
}: {
  name: string;
  text: string | Blob;
  type?: string;
}): void {
  const address = URL.createObjectURL(new Blob(type === 'text/csv' ? ['\uFEFF', text] : [text], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser has opened it by the next task.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
