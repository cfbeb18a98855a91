/** No cookies, no referrer: a server learns what is asked or sent, and nothing else of its browser's owner. */
const NAMELESS = { credentials: 'omit', referrerPolicy: 'no-referrer' } as const;

/**
 * The only line from which CanDo connects to anything: to the server of a pack that is followed, and to a team's server of counts.
 * Nothing of the extension but its worker may. A test holds that no other file can.
 */
export const connect = (url: string, how: RequestInit): Promise<Response> => fetch(url, { ...NAMELESS, ...how });
