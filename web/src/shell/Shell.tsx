import { type ReactNode, useCallback, useState } from 'react';
import { PageFrameContext } from '../code/PageFrame';
import { Offers } from '../phone/Offers';
import { PhoneAnnouncements } from '../phone/PhoneAnnouncements';
import { PhoneDock } from '../phone/PhoneDock';
import { PhoneStrip } from '../phone/PhoneStrip';
import { StatusStrip } from '../realtime/StatusStrip';
import { useNarrow } from '../ui/useNarrow';
import { DriftStrip } from './DriftStrip';
import { HeadedPage } from './HeadedPage';
import { KeyMap } from './KeyMap';
import { PageAnnouncer } from './PageAnnouncer';
import { Palette } from './Palette';
import { REGION } from './regions';
import classes from './Shell.module.css';
import { Sidebar } from './Sidebar';
import { TabBar } from './TabBar';
import { useCommands } from './useCommands';
import { useFetchAhead } from './useFetchAhead';
import { useKeys } from './useKeys';

type Open = 'palette' | 'keys' | undefined;

/** The one window: sidebar, page, and what opens above them. Pages change, the frame stays. */
export function Shell({ children }: { children: ReactNode }) {
  const [open, setOpen] = useState<Open>();
  const showKeys = useCallback(() => setOpen('keys'), []);
  const showPalette = useCallback(() => setOpen('palette'), []);
  const close = useCallback(() => setOpen(undefined), []);
  const narrow = useNarrow();
  const commands = useCommands(showKeys);
  useKeys(commands, showPalette);
  useFetchAhead();

  return (
    <PhoneDock className={classes.app}>
      {!narrow && <Sidebar onSearch={showPalette} onKeys={showKeys} />}
      <main className={classes.main} {...REGION}>
        <StatusStrip />
        <PhoneStrip />
        <DriftStrip />
        <PageFrameContext value={HeadedPage}>{children}</PageFrameContext>
      </main>
      <PageAnnouncer />
      <Offers />
      <PhoneAnnouncements />
      {narrow && <TabBar onSearch={showPalette} />}
      {open === 'palette' && <Palette commands={commands()} onClose={close} />}
      {open === 'keys' && <KeyMap commands={commands()} onClose={close} />}
    </PhoneDock>
  );
}
