import { ServicesProvider } from '@/components/page/services';
import { Workspace } from '@/components/workspace/workspace';
import { CountersignError, type ErrorCode } from '@/lib/base';
import type { Desk } from '@/lib/desk';
import { fakeDesk, fakeServices, never } from './fake-desk';
import { certificate } from './fixtures';
import type { GalleryState } from './states';
import { helper, secondToken, tokenCertificate, tokenWith } from './token-fixtures';

const size = { width: 1280, height: 900 };
const FIND = 'Find my token';
const SHOW = 'Show tokens';

const at = (path: string, desk: Partial<Desk>, allowed = true) => {
  location.hash = path;
  return (
    <ServicesProvider
      value={fakeServices({ desk: fakeDesk(desk), tokenHelper: { allow: async () => allowed } })}
    >
      <Workspace />
    </ServicesProvider>
  );
};
const page = (desk: Partial<Desk>, press: readonly string[], allowed = true): GalleryState => ({
  ...size,
  show: () => at('/certificates', desk, allowed),
  press,
});
const helperFails = (code: ErrorCode, version: string | null = null): Partial<Desk> => ({
  tokenHelper: async () => ({
    permitted: true,
    version,
    modules: [],
    fault: { code, params: { version: version ?? '' } },
  }),
});

export const tokenStates: Record<string, GalleryState> = {
  'tokens-start': page({ certificates: async () => [certificate, tokenCertificate] }, []),
  'tokens-denied': page({}, [FIND], false),
  'tokens-finding': page({ tokenHelper: () => never() }, [FIND]),
  'tokens-helper-missing': page(helperFails('host/missing'), [FIND]),
  'tokens-helper-too-old': page(helperFails('host/too-old', '0.0.9'), [FIND]),
  'tokens-drivers': page({}, [FIND]),
  'tokens-no-driver': page({ tokenHelper: async () => ({ ...helper, modules: helper.modules.slice(2) }) }, [
    FIND,
    SHOW,
  ]),
  'tokens-reading': page({ tokens: () => never() }, [FIND, SHOW]),
  'tokens-none': page({ tokens: () => Promise.reject(new CountersignError('token/none')) }, [FIND, SHOW]),
  'tokens-one': page({}, [FIND, SHOW]),
  'tokens-several': page(
    {
      tokens: async () => [
        tokenWith({ pinFewLeft: true }),
        secondToken,
        tokenWith({ initialized: false }, { certificates: [], claimsFips: false }),
      ],
    },
    [FIND, SHOW],
  ),
  'tokens-added': page({}, [FIND, SHOW, 'Use this certificate: Dana Whitfield']),
  'tokens-refused': page(
    {
      addTokenCertificate: () =>
        Promise.reject(new CountersignError('certificate/path-not-found', { subject: 'Dana Whitfield' })),
    },
    [FIND, SHOW, 'Use this certificate: Dana Whitfield'],
  ),
  'tokens-diagnosis': page({}, [FIND, 'Diagnose']),
  'tokens-narrow': { ...page({}, [FIND, SHOW]), width: 400 },
  'tokens-setup': {
    ...size,
    show: () =>
      at('/setup', { setupMissing: async () => ['certificate', 'supplier'], certificates: async () => [] }),
    press: ['check:In a token or smart card', FIND],
  },
};
