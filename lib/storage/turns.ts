/** Acts one after the other, whichever of the extension's pages, or its worker, asks: what reads and then writes undoes nobody's work. */
export function inTurn<Value>(name: string, act: () => Promise<Value>): Promise<Value> {
  return navigator.locks.request(`cando-${name}`, act) as Promise<Value>;
}
