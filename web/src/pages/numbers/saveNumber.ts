import { answer, api } from '../../api/client';
import type { WorkspaceNumber } from '../../api/types';
import type { Changes } from './changes';

/**
 * Saves what changed: settings first, then who uses the number. What was saved is handed on even
 * where the rest is refused, so that the page shows how it is.
 */
export async function saveNumber(
  number: WorkspaceNumber,
  changes: Changes,
  memberIds: string[],
  onSaved: (saved: WorkspaceNumber) => void,
): Promise<void> {
  const params = { path: { numberId: number.id } };
  if (Object.keys(changes).length > 0) {
    onSaved(await answer(api.PATCH('/api/numbers/{numberId}', { params, body: changes })));
  }
  if (!sameMembers(memberIds, number.memberIds)) {
    onSaved(
      await answer(api.PUT('/api/numbers/{numberId}/members', { params, body: { memberIds } })),
    );
  }
}

const sameMembers = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((id) => b.includes(id));
