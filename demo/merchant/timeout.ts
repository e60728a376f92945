/** The widget waits 15 s for the shop and then offers a retry itself: retrying here as well would only outlast it. */
export const TIMEOUT = 12_000;
