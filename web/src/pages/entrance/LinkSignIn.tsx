import { Button, Loader } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client';
import { FormError } from '../../forms/FormError';
import { useSentence } from '../../forms/useSentence';
import { fragmentToken } from '../../session/fragmentToken';
import { useDelayed } from '../../ui/useDelayed';
import { Entrance } from './Entrance';
import { useEnter } from './useEnter';

/** A token works once, and React may run an effect twice: one request for each token. */
const requests = new Map<string, ReturnType<typeof signIn>>();
const signIn = (token: string) => answer(api.POST('/api/session/link', { body: { token } }));

/** Signs in with the one-time token of a sign-in link. */
export function LinkSignIn({
  token,
  next,
  onGiveUp,
}: {
  token: string;
  next: string | undefined;
  onGiveUp(): void;
}) {
  const { t } = useTranslation();
  const enter = useEnter();
  const sentence = useSentence();
  const [error, setError] = useState<unknown>();
  const slow = useDelayed(!error);

  useEffect(() => {
    const request = requests.get(token) ?? signIn(token);
    requests.set(token, request);
    let wanted = true;
    request.then(
      (session) => {
        if (!wanted) return;
        fragmentToken.forget();
        enter(session, next);
      },
      (reason: unknown) => wanted && setError(reason),
    );
    return () => {
      wanted = false;
    };
  }, [token, next, enter]);

  return (
    <Entrance title={error ? t('signIn.linkFailed') : t('signIn.byLink')}>
      <FormError>{error ? sentence(error) : undefined}</FormError>
      {slow && <Loader size="sm" aria-label={t('state.loading')} />}
      {error !== undefined && (
        <Button mt="lg" fullWidth onClick={onGiveUp}>
          {t('signIn.withPassword')}
        </Button>
      )}
    </Entrance>
  );
}
