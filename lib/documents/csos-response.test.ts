import { describe, expect, it } from 'vitest';
import { CountersignError, utf8 } from '@/lib/base';
import { readCsosResponse } from './index';

const text = `<?xml version="1.0" encoding="UTF-8"?>
<CSOSOrderResponse>
  <CSOSOrder>
    <OrderSummary>
      <NoOfLines>2</NoOfLines>
      <PONumber>26X100208</PONumber>
      <UniqueTransactionNumber>26X100208</UniqueTransactionNumber>
      <Status>Not Accepted</Status>
      <Reason>The signer’s certificate has no schedule 2N.</Reason>
      <ResponseDate>2026-11-21T09:30:00</ResponseDate>
      <Supplier><DEANumber>RE1234563</DEANumber></Supplier>
      <Buyer><DEANumber>AP5836727</DEANumber></Buyer>
      <Warehouse>7</Warehouse>
    </OrderSummary>
    <Order>
      <OrderItem><LineNumber>1</LineNumber><NationalDrugCode>00406-8552-01</NationalDrugCode><Status>Accepted with changes</Status><QuantityAccepted>10</QuantityAccepted></OrderItem>
      <OrderItem><LineNumber>2</LineNumber><SupplierItemNumber>777</SupplierItemNumber><Status>Rejected</Status><QuantityAccepted>0</QuantityAccepted><Reason>Not stocked</Reason></OrderItem>
    </Order>
  </CSOSOrder>
</CSOSOrderResponse>`;

function refusal(from: string, to: string): string {
  if (!text.includes(from)) throw new Error(`nothing replaced: ${from}`);
  try {
    readCsosResponse(utf8(text.replace(from, to)));
  } catch (error) {
    if (error instanceof CountersignError) return error.code;
    throw error;
  }
  return 'taken';
}

describe('a response to a CSOSOrder (its form is assumed)', () => {
  it('says what became of the order and of each line', () => {
    expect(readCsosResponse(utf8(text))).toEqual([
      {
        orderNumber: '26X100208',
        reference: '26X100208',
        purchaserDea: 'AP5836727',
        supplierDea: 'RE1234563',
        answer: 'rejected',
        date: '2026-11-21',
        statement: 'The signer’s certificate has no schedule 2N.',
        lines: [
          {
            lineNumber: 1,
            ndc11: '00406855201',
            itemNumber: null,
            answer: 'changed',
            packages: 10,
            statement: null,
          },
          {
            lineNumber: 2,
            ndc11: null,
            itemNumber: '777',
            answer: 'rejected',
            packages: 0,
            statement: 'Not stocked',
          },
        ],
      },
    ]);
  });

  it('leaves to a person what it doesn’t recognise', () => {
    const [answer] = readCsosResponse(utf8(text.replace('Not Accepted', 'In process')));
    expect(answer?.answer).toBe('unknown');
    expect(refusal('<Warehouse>7</Warehouse>', '')).toBe('taken');
  });

  it.each([
    ['another root', '<CSOSOrderResponse>', '<CSOSOrderRequest>', 'document/not-well-formed'],
    [
      'two statuses',
      '<Status>Not',
      '<OrderStatus>Accepted</OrderStatus><Status>Not',
      'document/unexpected-content',
    ],
    ['a comment', '<Order>', '<!-- x --><Order>', 'document/unexpected-content'],
    ['lines miscounted', '<NoOfLines>2', '<NoOfLines>3', 'document/line-count-differs'],
    [
      'a number that is none',
      '<UniqueTransactionNumber>26X',
      '<UniqueTransactionNumber>26Y',
      'document/field-malformed',
    ],
    ['quantity 1e1', '>10<', '>1e1<', 'document/field-malformed'],
    ['quantity 010', '>10<', '>010<', 'document/field-malformed'],
    ['a day that does not exist', '2026-11-21', '2026-11-31', 'document/field-malformed'],
    ['hidden characters', 'Not stocked', 'Not\u202e stocked', 'document/hidden-characters'],
    [
      'no number at all',
      '<PONumber>26X100208</PONumber>\n      <UniqueTransactionNumber>26X100208</UniqueTransactionNumber>',
      '',
      'document/field-missing',
    ],
  ])('is refused: %s', (_, from, to, code) => {
    expect(refusal(from, to)).toBe(code);
  });
});
