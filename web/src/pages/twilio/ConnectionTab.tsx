import { useEffect, useState } from 'react';
import type { TwilioConfiguration, TwilioRun } from '../../api/types';
import { Cleared } from './Cleared';
import { ConnectForm } from './ConnectForm';
import { HealthCard } from './HealthCard';
import { NumbersHealth } from './NumbersHealth';
import { RunCard } from './RunCard';

/** What is connected and how it is; what is being done to it stands first. */
export function ConnectionTab({
  configuration,
  frame,
}: {
  configuration: TwilioConfiguration;
  frame: HTMLElement | null;
}) {
  const { run, state, offers } = configuration;
  const [closed, setClosed] = useState<string>();
  const [seen, setSeen] = useState<string>();
  const running = run?.state === 'running' ? run.id : undefined;
  // Whoever saw it run also sees how it ended, until they close it.
  useEffect(() => {
    if (running) setSeen(running);
  }, [running]);

  const shown = run && run.id !== closed && tells(run, state, seen === run.id);
  return (
    <>
      {shown && (
        <RunCard
          key={run.id}
          run={run}
          configuration={configuration}
          onClose={() => setClosed(run.id)}
        />
      )}
      {state === 'none' && run?.kind === 'clear' && run.state === 'done' && <Cleared run={run} />}
      {state === 'none' && !running && <ConnectForm offers={offers} />}
      {state !== 'none' && !running && configuration.accountSid && (
        <HealthCard configuration={configuration} />
      )}
      {state !== 'none' && configuration.accountSid && (
        <NumbersHealth configuration={configuration} frame={frame} />
      )}
    </>
  );
}

/** Whether a run still has something to tell: it goes on, was seen to end, or left something undone. */
function tells(run: TwilioRun, state: TwilioConfiguration['state'], seen: boolean): boolean {
  switch (run.state) {
    case 'running':
      return true;
    case 'done':
      return seen && state !== 'none';
    default:
      return seen || state !== 'ready';
  }
}
