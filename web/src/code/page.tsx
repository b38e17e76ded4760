import { type ComponentType, useContext } from 'react';
import { coded, type Instead } from './coded';
import { MissingCode } from './MissingCode';
import { PageFrameContext } from './PageFrame';

/** A page whose code is fetched when it is opened. Until it is there, the page's place says so. */
export const page = (load: () => Promise<{ default: ComponentType<object> }>) =>
  coded(load, PageToCome);

const PageToCome: Instead<object> = ({ code, onRetry }) => {
  const Frame = useContext(PageFrameContext);
  return (
    <Frame>
      <MissingCode code={code} what="page" onRetry={onRetry} />
    </Frame>
  );
};
