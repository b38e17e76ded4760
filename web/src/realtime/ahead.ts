/** Marks what was asked for after the session and before the window with its socket was drawn. */
export const AHEAD = { ahead: true } as const;
