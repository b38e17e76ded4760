import { ProblemError } from '../api/problem';
import type { StoredProblem } from '../api/types';

/** What went wrong earlier, told like what goes wrong now. */
export const problemOf = ({ type, title, detail }: StoredProblem): ProblemError =>
  new ProblemError(0, { type, title, detail });
