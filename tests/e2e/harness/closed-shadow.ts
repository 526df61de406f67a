import type { CDPSession, Page } from '@playwright/test';

interface Node {
  readonly backendNodeId: number;
  readonly children?: readonly Node[];
  readonly shadowRoots?: readonly (Node & { readonly shadowRootType?: string })[];
  readonly contentDocument?: Node;
}

function closedRoots(node: Node): number[] {
  const own = (node.shadowRoots ?? [])
    .filter((r) => r.shadowRootType === 'closed')
    .map((r) => r.backendNodeId);
  const below = [
    ...(node.children ?? []),
    ...(node.shadowRoots ?? []),
    ...(node.contentDocument ? [node.contentDocument] : []),
  ];
  return [...own, ...below.flatMap(closedRoots)];
}

/** Runs a function on every closed shadow root of the page (locators don't pierce them); answers what it gave for each. */
export async function inClosedShadows<T>(page: Page, body: string, argument: string): Promise<T[]> {
  const session: CDPSession = await page.context().newCDPSession(page);
  try {
    const { root } = (await session.send('DOM.getDocument', { depth: -1, pierce: true })) as { root: Node };
    const answers: T[] = [];
    for (const backendNodeId of closedRoots(root)) {
      const { object } = await session.send('DOM.resolveNode', { backendNodeId });
      const { result } = await session.send('Runtime.callFunctionOn', {
        ...(object.objectId === undefined ? {} : { objectId: object.objectId }),
        functionDeclaration: body,
        arguments: [{ value: argument }],
        returnByValue: true,
      });
      answers.push(result.value as T);
    }
    return answers;
  } finally {
    await session.detach();
  }
}
