import { createContext, use, type ReactNode } from 'react';
import type { Desk } from '@/lib/desk';
import { PageServicesProvider, type PageServices } from './page-services';

/** Takes a file while it is made. Rejects as the stream does, and then leaves no file. */
export type FileSink = (bytes: ReadableStream<Uint8Array<ArrayBuffer>>) => Promise<void>;

/** What the workspace needs beside: the whole desk, and the browser's doors for long files and for sites. */
export interface Services extends PageServices {
  readonly desk: Desk;
  /** Asks where a long file goes; must be the first thing in a click. Null: the user decided otherwise. */
  readonly chooseFile: (name: string) => Promise<FileSink | null>;
  /** What the organisation set by policy, unchecked. */
  readonly policy: () => Promise<unknown>;
  readonly sites: {
    /** Asks the browser's own question; must be the first thing in a click. */
    readonly request: (patterns: readonly string[]) => Promise<boolean>;
    readonly granted: (patterns: readonly string[]) => Promise<boolean>;
  };
}

const ServicesContext = createContext<Services | null>(null);

/** For the workspace's own components, and for those that it shares with other pages. */
export function ServicesProvider({
  value,
  children,
}: {
  readonly value: Services;
  readonly children: ReactNode;
}) {
  return (
    <PageServicesProvider value={value}>
      <ServicesContext value={value}>{children}</ServicesContext>
    </PageServicesProvider>
  );
}

export function useServices(): Services {
  const services = use(ServicesContext);
  if (!services) throw new Error('ServicesProvider is missing above this component');
  return services;
}
