import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { AvailableNumber, NumberPrice } from '../../api/types';
import { useUnsafeReason } from '../../realtime/useUnsafeReason';
import { phoneNumber } from '../../ui/phoneNumber';
import page from '../page.module.css';
import classes from './numbers.module.css';
import { moneyOf } from './searchNumbers';

const ABILITIES = ['voice', 'sms', 'mms'] as const;

export function AvailableList({
  items,
  price,
  onChoose,
}: {
  items: readonly AvailableNumber[];
  price: NumberPrice;
  onChoose(number: AvailableNumber): void;
}) {
  const { t } = useTranslation();
  const unsafe = useUnsafeReason();
  const money = moneyOf(price);
  if (items.length === 0) {
    return (
      <p className={page.hint} role="status">
        {t('number.buy.none')}
      </p>
    );
  }
  return (
    <section className={classes.results} aria-labelledby="for-sale">
      <h3 id="for-sale">{t('number.buy.results')}</h3>
      <p className={page.hint} role="status">
        {price.note === 'practice'
          ? t('number.buy.free')
          : money
            ? t('number.buy.perMonth', { price: money })
            : t('number.buy.unknown')}
      </p>
      <ul className={classes.found}>
        {items.map((item) => (
          <li key={item.phoneNumber}>
            <div className={page.what}>
              <b>{phoneNumber(item.phoneNumber)}</b>
              <span>
                {[
                  [item.locality, item.region].filter(Boolean).join(', '),
                  ABILITIES.filter((ability) => item[ability])
                    .map((ability) => t(`number.can.${ability}`))
                    .join(', '),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </div>
            <Button
              variant="default"
              disabled={unsafe !== undefined}
              title={unsafe}
              aria-label={t('number.buy.one', { number: phoneNumber(item.phoneNumber) })}
              onClick={() => onChoose(item)}
            >
              {t('number.buy.short')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
