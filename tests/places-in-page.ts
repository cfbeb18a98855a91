// These put a place to write into a page, and run there: each must hold all that it needs.

export function addSrcdoc(html: string): void {
  const frame = document.createElement('iframe');
  frame.srcdoc = html;
  document.body.append(frame);
}

export function addWritten(html: string): void {
  const frame = document.createElement('iframe');
  document.body.append(frame);
  frame.contentDocument?.open();
  frame.contentDocument?.write(html);
  frame.contentDocument?.close();
}

export function addShadow(html: string): void {
  const part = document.createElement('x-part');
  document.body.append(part);
  part.attachShadow({ mode: 'open' }).innerHTML = html;
}
