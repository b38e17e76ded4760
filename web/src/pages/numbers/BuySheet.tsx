import { Button, Select, TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AvailableNumber, NumberType } from '../../api/types';
import { checking } from '../../forms/checks';
import { FormError } from '../../forms/FormError';
import { useForm } from '../../forms/useForm';
import { useSession } from '../../session/SessionContext';
import { Sheet } from '../../ui/Sheet';
import page from '../page.module.css';
import { countryOptions } from '../settings/countries';
import { AvailableList } from './AvailableList';
import { BuyNumber } from './BuyNumber';
import classes from './numbers.module.css';
import { areaCodeFault, containsFault, NUMBER_TYPES, searchNumbers } from './searchNumbers';

type Found = Awaited<ReturnType<typeof searchNumbers>>;

/** Looks for a number that Twilio sells, says what it costs, and buys it after a second thought. */
export function BuySheet({ onClose }: { onClose(): void }) {
  const { t, i18n } = useTranslation();
  const { workspace } = useSession();
  const [country, setCountry] = useState(workspace.country);
  const [type, setType] = useState<NumberType>('local');
  const [found, setFound] = useState<Found>();
  const [chosen, setChosen] = useState<AvailableNumber>();
  const countries = useMemo(() => countryOptions(i18n.language), [i18n.language]);
  const form = useForm({
    fields: ['areaCode', 'contains'] as const,
    check: checking({ areaCode: areaCodeFault, contains: containsFault }),
    submit: (values) => searchNumbers({ country, type, ...values }),
    onDone: setFound,
  });
  return (
    <Sheet title={t('number.buy.title')} onClose={onClose}>
      <form {...form.props} className={page.form}>
        <FormError>{form.general}</FormError>
        <div className={classes.search}>
          <Select
            label={t('field.country')}
            data={countries}
            value={country}
            onChange={(value) => value && setCountry(value)}
            searchable
          />
          <Select
            label={t('number.buy.type')}
            data={NUMBER_TYPES.map((value) => ({
              value,
              label: t(`number.buy.types.${value}`),
            }))}
            value={type}
            onChange={(value) => value && setType(value as NumberType)}
          />
          <TextInput
            {...form.field('areaCode')}
            label={t('number.buy.areaCode')}
            inputMode="numeric"
            maxLength={5}
            autoComplete="off"
            data-autofocus
          />
          <TextInput
            {...form.field('contains')}
            label={t('number.buy.contains')}
            description={t('number.buy.containsHint')}
            maxLength={16}
            autoComplete="off"
          />
        </div>
        <div className={page.actions}>
          <Button type="submit" variant="default" loading={form.pending}>
            {t('number.buy.search')}
          </Button>
        </div>
      </form>
      {found && <AvailableList {...found} onChoose={setChosen} />}
      {chosen && found && (
        <BuyNumber
          number={chosen}
          price={found.price}
          onBought={onClose}
          onClose={() => setChosen(undefined)}
        />
      )}
    </Sheet>
  );
}
