import { Button, TextInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useContext, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { memberPhoneQuery } from '../../api/callQueries';
import { answer, api } from '../../api/client';
import { keys } from '../../api/queries';
import { DeviceFields } from '../../phone/DeviceFields';
import { PhoneContext } from '../../phone/Phone';
import { useUnsafeReason } from '../../realtime/useUnsafeReason';
import { useSession } from '../../session/SessionContext';
import { ErrorPanel } from '../../ui/ErrorPanel';
import { phoneNumber } from '../../ui/phoneNumber';
import { SkeletonRows } from '../../ui/Skeleton';
import { toasts } from '../../ui/toasts';
import { useAct } from '../../ui/useAct';
import page from '../page.module.css';

/** What one hears and is heard with; and the phone that rings where there is no headset. */
export function PhoneCards() {
  const { t } = useTranslation();
  const { can } = useSession();
  const phone = useContext(PhoneContext);
  if (!phone || !can('calls.make')) return null;
  return (
    <>
      <section className={page.section} aria-labelledby="sound">
        <div className={page.sectionHead}>
          <h2 id="sound">{t('softphone.devices.title')}</h2>
        </div>
        <div className={`${page.card} ${page.padded}`}>
          <DeviceFields />
        </div>
      </section>
      <section className={page.section} aria-labelledby="own-phone">
        <div className={page.sectionHead}>
          <h2 id="own-phone">{t('ownPhone.title')}</h2>
        </div>
        <div className={`${page.card} ${page.padded}`}>
          <OwnPhone />
        </div>
      </section>
    </>
  );
}

function OwnPhone() {
  const { workspace, membership } = useSession();
  const own = useQuery(memberPhoneQuery(workspace.id, membership.memberId));
  if (own.error && !own.data)
    return <ErrorPanel error={own.error} onRetry={() => void own.refetch()} />;
  if (!own.data) return <SkeletonRows rows={1} height={52} />;
  return <OwnPhoneForm key={own.data.phoneNumber} kept={own.data.phoneNumber} />;
}

function OwnPhoneForm({ kept }: { kept: string | null }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const unsafe = useUnsafeReason();
  const { workspace, membership } = useSession();
  const { memberId } = membership;
  const before = kept === null ? '' : phoneNumber(kept);
  const [number, setNumber] = useState(before);
  const save = useAct(async () => {
    const saved = await answer(
      api.PUT('/api/members/{memberId}/phone', {
        params: { path: { memberId } },
        body: { phoneNumber: number.trim() || null },
      }),
    );
    queries.setQueryData(keys.memberPhone(workspace.id, memberId), saved);
    toasts.show(t('action.saved'));
  });
  return (
    <form
      className={page.form}
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      <TextInput
        type="tel"
        label={t('ownPhone.label')}
        description={t('ownPhone.hint')}
        autoComplete="tel"
        value={number}
        onChange={(event) => setNumber(event.currentTarget.value)}
      />
      <div>
        <Button
          type="submit"
          variant="default"
          loading={save.isPending}
          disabled={number.trim() === before || unsafe !== undefined}
          title={unsafe}
        >
          {t('action.save')}
        </Button>
      </div>
    </form>
  );
}
