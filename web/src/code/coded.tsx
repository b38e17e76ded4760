import { type ComponentType, type FunctionComponent, useEffect, useSyncExternalStore } from 'react';
import { serverAnswers } from '../api/serverAnswers';
import { Code, type CodeState } from './Code';

/** A navigation waits so long for the code of its page before it shows that it waits. */
const PATIENCE_MS = 2_000;

/** What stands where a part will stand whose code is not there. */
export type Instead<Props> = ComponentType<{
  code: Omit<CodeState<Props>, 'part'>;
  onRetry(): void;
  props: Props;
}>;

/** A part of the desk whose code is fetched when it is first needed, or before by {@link Coded.code}. */
export type Coded<Props> = FunctionComponent<Props> & {
  code: Code<Props>;
  /** For the router, which shows the page before until this is done. */
  preload(): Promise<void> | undefined;
};

/**
 * In place of `React.lazy` and the router's own: those throw when the line is cut, or load the window anew, and either
 * way the phone is gone.
 */
export function coded<Props extends object>(
  load: () => Promise<{ default: ComponentType<Props> }>,
  Instead: Instead<Props>,
): Coded<Props> {
  const code = new Code<Props>(load, serverAnswers);
  function Part(props: Props) {
    const { part: Loaded, ...state } = useSyncExternalStore(code.subscribe, code.get);
    useEffect(() => {
      void code.fetch();
    }, []);
    if (Loaded) return <Loaded {...props} />;
    return <Instead code={state} onRetry={() => void code.fetch()} props={props} />;
  }
  return Object.assign(Part, {
    code,
    preload: () => (code.isHere() ? undefined : Promise.race([code.fetch(), waited(PATIENCE_MS)])),
  });
}

const waited = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));
