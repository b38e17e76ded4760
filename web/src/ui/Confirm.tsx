import { Button, Modal } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FormError } from '../forms/FormError';
import { useSentence } from '../forms/useSentence';
import { useUnsafeReason } from '../realtime/useUnsafeReason';
import classes from './Confirm.module.css';

/**
 * Before what cannot be undone: names the thing, says what goes and what stays; the button repeats
 * the verb. Kept open with the reason when the server refuses.
 */
export function Confirm({
  title,
  children,
  verb,
  run,
  onClose,
  tone = 'stop',
  stay = false,
}: {
  title: string;
  children: ReactNode;
  verb: string;
  run(): Promise<unknown>;
  onClose(): void;
  /** `main` for what only needs a second thought. */
  tone?: 'stop' | 'main';
  /** Whether what follows takes this sheet's place, so that it does not close by itself. */
  stay?: boolean;
}) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const unsafe = useUnsafeReason();
  const act = useMutation({ mutationFn: run, onSuccess: stay ? undefined : onClose });
  return (
    <Modal opened onClose={onClose} title={title} withCloseButton={false}>
      <div className={classes.text}>{children}</div>
      <FormError>{act.error ? sentence(act.error) : undefined}</FormError>
      <div className={classes.actions}>
        <Button variant="default" onClick={onClose} data-autofocus>
          {t('action.cancel')}
        </Button>
        <Button
          color={tone === 'stop' ? 'stop' : undefined}
          loading={act.isPending}
          disabled={unsafe !== undefined}
          title={unsafe}
          onClick={() => act.mutate()}
        >
          {verb}
        </Button>
      </div>
    </Modal>
  );
}
