import { stageOf, type BookOrder, type Stage } from '../book/book-order';
import type { SupplierBook } from '../book/supplier-book';
import type { OrderDetail, OrderSummary } from './api-types';
import { descriptionOf, packOf } from './product-text';

const STATUS: Readonly<Record<Stage, string>> = {
  'not-accepted': 'Not accepted',
  accepted: 'Accepted',
  'partly-shipped': 'Partially shipped',
  shipped: 'Shipped',
  received: 'Received',
};

export function summaryOf(order: BookOrder): OrderSummary {
  return {
    number: order.number,
    date: order.date,
    lines: order.lines.length,
    status: STATUS[stageOf(order)],
  };
}

export function detailOf(book: SupplierBook, order: BookOrder): OrderDetail {
  const last = order.shipments.at(-1);
  return {
    ...summaryOf(order),
    statement: order.statement,
    shipDate: last?.date ?? null,
    invoice: last?.invoice ?? null,
    receivedOn: order.receivedOn,
    items: order.lines.map((line) => {
      const item = book.catalogue.item(line.itemNumber);
      return {
        lineNumber: line.lineNumber,
        ndc: item?.ndc ?? '',
        description: item ? descriptionOf(item) : line.itemNumber,
        packageSize: item ? packOf(item) : '',
        ordered: line.ordered,
        shipped: line.shipped,
        received: line.received,
      };
    }),
  };
}
