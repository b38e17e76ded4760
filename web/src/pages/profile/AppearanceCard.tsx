import { useMantineColorScheme } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { lettersOn, setLettersOn } from '../../shell/letters';
import { Segmented } from '../../ui/Segmented';
import page from '../page.module.css';

/** What belongs to this browser, not to the person: light or dark, and the single letters. */
export function AppearanceCard() {
  const { t } = useTranslation();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const [letters, setLetters] = useState(lettersOn);
  return (
    <section className={page.section} aria-labelledby="appearance">
      <div className={page.sectionHead}>
        <h2 id="appearance">{t('profile.browser')}</h2>
      </div>
      <div className={page.card}>
        <div className={page.line}>
          <div className={page.what}>
            <b>{t('theme.title')}</b>
            <span>{t('theme.hint')}</span>
          </div>
          <Segmented
            label={t('theme.title')}
            value={colorScheme}
            options={(['auto', 'light', 'dark'] as const).map((value) => ({
              value,
              label: t(`theme.${value}`),
            }))}
            onChange={setColorScheme}
          />
        </div>
        <div className={page.line}>
          <div className={page.what}>
            <b>{t('keys.letters')}</b>
            <span>{t('keys.lettersHint')}</span>
          </div>
          <Segmented
            label={t('keys.letters')}
            value={letters ? 'on' : 'off'}
            options={(['on', 'off'] as const).map((value) => ({
              value,
              label: t(`keys.${value}`),
            }))}
            onChange={(value) => {
              setLettersOn(value === 'on');
              setLetters(value === 'on');
            }}
          />
        </div>
      </div>
    </section>
  );
}
