/** Takes note of a fault at the place of a path, or ends the reading there; at the path's last key, where that is wrong. */
export type Refuse = (path: readonly PropertyKey[], message: string, isKey?: boolean) => void;

/** Takes note of faults below a path. */
export function refuseBelow(refuse: Refuse, ...above: readonly PropertyKey[]): Refuse {
  return (path, message, isKey) => refuse([...above, ...path], message, isKey);
}

/** What was made, unless something of it was refused. */
export function makeSound<Made>(refuse: Refuse, make: (refuse: Refuse) => Made): Made | undefined {
  let isSound = true;
  const made = make((path, message, isKey) => {
    isSound = false;
    refuse(path, message, isKey);
  });
  return isSound ? made : undefined;
}
