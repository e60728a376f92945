/** Whether a handler failed because the client left: no fault of this program, and nobody waits for the answer. */
export const isHungUp = (request: Request): boolean => request.signal.aborted;
