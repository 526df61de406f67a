import * as v from 'valibot';
import { json } from '../http/reply';
import type { Routes } from '../http/router';
import type { SupplierBook } from './supplier-book';

const ShipBody = v.object({
  orderNumber: v.string(),
  lines: v.optional(v.record(v.string(), v.number())),
});

/** What the warehouse would do, for tests and the demo. */
export function adminRoutes(book: SupplierBook): Routes {
  return {
    'POST /admin/ship': ({ json: body }) => {
      const asked = v.safeParse(ShipBody, body);
      if (!asked.success)
        return json({ error: 'expected {orderNumber, lines?: {lineNumber: packages}}' }, 400);
      try {
        return json(book.ship(asked.output.orderNumber, asked.output.lines));
      } catch (error) {
        if (error instanceof RangeError) return json({ error: error.message }, 409);
        throw error;
      }
    },
    'POST /admin/reset': () => {
      book.reset();
      return json({ ok: true });
    },
    'GET /admin/state': () =>
      json({
        supplier: book.supplier,
        customer: book.customer,
        orders: book.history().map(({ cms, ...order }) => ({
          ...order,
          cms: cms ? Buffer.from(cms).toString('base64') : null,
        })),
      }),
  };
}
