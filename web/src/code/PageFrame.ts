import { type ComponentType, createContext, createElement, type ReactNode } from 'react';

/** What is drawn around the words that stand in a page's place while the page is not there. */
export type PageFrame = ComponentType<{ children: ReactNode }>;

const Bare: PageFrame = ({ children }) => createElement('main', null, children);

/** Inside of the desk a page has its head, in which the call is; the desk says so, so that no entrance loads it. */
export const PageFrameContext = createContext<PageFrame>(Bare);
