/** Hands the user a file, made here. */
export function download({ name, text }: { name: string; text: string }): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser has opened it by the next task.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
