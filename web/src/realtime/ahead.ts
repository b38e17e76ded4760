/** Marks what was asked for after the session and before the window with its socket was drawn. */
export const AHEAD = { ahead: true } as const;

/** The same question, marked so. */
export const ahead = <Query extends object>(query: Query) => ({ ...query, meta: AHEAD });
