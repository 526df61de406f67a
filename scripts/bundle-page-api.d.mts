export declare function bundlePageApi(): Promise<Uint8Array>;
