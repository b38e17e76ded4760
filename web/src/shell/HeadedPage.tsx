import { useLocation } from '@tanstack/react-router';
import type { PropsWithChildren } from 'react';
import { useTranslation } from 'react-i18next';
import { PLACES } from './nav';
import { Toolbar } from './Toolbar';

/** A page that is not there itself, under the name of its place. */
export function HeadedPage({ children }: PropsWithChildren) {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const place = PLACES.findLast(({ to }) => pathname.startsWith(to));
  return (
    <>
      {place && <Toolbar title={t(place.label)} />}
      {children}
    </>
  );
}
