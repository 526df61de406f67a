import type { Page } from '@playwright/test';
import { demoRegistrants } from '../../pki/demo-registrants';
import type { ClockServer } from '../../support/clock-server';
import type { Extension } from './extension';
import { addSupplier } from './set-up-pharmacy';
import type { World } from './start-world';

/** Adds a supplier whose site is the server with the clock to compare with. Answers the workspace page. */
export async function orderThereToo(
  extension: Extension,
  world: World,
  official: ClockServer,
): Promise<Page> {
  await extension.allowPrompt('https://localhost');
  const page = await extension.open('workspace.html#/setup/supplier');
  const supplier = { ...demoRegistrants.suppliers.cascade, name: 'Official Time Supply' };
  const urls = { ...world.urls, cascade: `https://${official.host}` };
  await addSupplier(page, { ...world, urls }, supplier);
  return page;
}
