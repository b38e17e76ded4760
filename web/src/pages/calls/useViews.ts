import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { callViewsQuery } from '../../api/callQueries';
import { answer, api } from '../../api/client';
import { keys } from '../../api/queries';
import type { CallView, CallViewFilter } from '../../api/types';
import { useSentence } from '../../forms/useSentence';
import { useSession } from '../../session/SessionContext';
import { toasts } from '../../ui/toasts';

/** One's own saved filters of the history, and what can be done with them. */
export function useViews() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const sentence = useSentence();
  const { workspace, can } = useSession();
  const queryKey = keys.callViews(workspace.id);
  const { data } = useQuery({ ...callViewsQuery(workspace.id), enabled: can('calls.read') });
  const put = (change: (views: CallView[]) => CallView[]) =>
    queries.setQueryData<CallView[]>(queryKey, (views) => views && change(views));

  async function save(name: string, filter: CallViewFilter): Promise<CallView> {
    const view = await answer(api.POST('/api/call-views', { body: { name, filter } }));
    put((views) => [...views.filter((one) => one.id !== view.id && one.name !== view.name), view]);
    return view;
  }

  const remove = useMutation({
    mutationFn: ({ id }: CallView) =>
      answer(api.DELETE('/api/call-views/{viewId}', { params: { path: { viewId: id } } })),
    onMutate: ({ id }) => put((views) => views.filter((one) => one.id !== id)),
    onSuccess: (_, view) =>
      toasts.show(t('call.view.deleted', { name: view.name }), {
        label: t('action.undo'),
        run: () => void save(view.name, view.filter).catch((error) => toasts.show(sentence(error))),
      }),
    onError: (error) => {
      toasts.show(sentence(error));
      void queries.invalidateQueries({ queryKey });
    },
  });

  return { views: data ?? [], save, remove: (view: CallView) => remove.mutate(view) };
}
