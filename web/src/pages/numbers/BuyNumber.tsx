import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client';
import type { AvailableNumber, NumberPrice } from '../../api/types';
import { applyNumbersChanged } from '../../realtime/applyTwilioEvent';
import { useSession } from '../../session/SessionContext';
import { Confirm } from '../../ui/Confirm';
import { phoneNumber } from '../../ui/phoneNumber';
import { toasts } from '../../ui/toasts';
import { moneyOf } from './searchNumbers';

/** Before a number is bought: which one, and what it costs. */
export function BuyNumber({
  number,
  price,
  onBought,
  onClose,
}: {
  number: AvailableNumber;
  price: NumberPrice;
  onBought(): void;
  onClose(): void;
}) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const { workspace } = useSession();
  const written = phoneNumber(number.phoneNumber);
  const money = moneyOf(price);
  async function buy(): Promise<void> {
    await answer(api.POST('/api/numbers', { body: { phoneNumber: number.phoneNumber } }));
    applyNumbersChanged(queries, workspace.id);
    toasts.show(t('number.buy.done', { number: written }));
    onBought();
  }
  const cost =
    price.note === 'practice'
      ? t('number.buy.confirmFree', { number: written })
      : money
        ? t('number.buy.confirm', { number: written, price: money })
        : t('number.buy.confirmUnknown', { number: written });
  return (
    <Confirm
      title={t('number.buy.confirmTitle', { number: written })}
      verb={t('number.buy.one', { number: written })}
      tone="main"
      run={buy}
      onClose={onClose}
    >
      {cost} {t('number.buy.connects')}
    </Confirm>
  );
}
