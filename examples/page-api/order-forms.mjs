/** One order in the three forms that `requestSignature` takes. What a site doesn't know is null, or left out. */

const business = {
  name: 'Example Wholesale, Inc.',
  address: { street: '1 Depot Road', street2: null, city: 'Columbus', state: 'OH', postalCode: '43004' },
};

export function asJson({ supplierDea, purchaser, name, ndc, packageSize, packages, schedule }) {
  const line = { ndc, itemNumber: null, name, strength: null, form: null, schedule };
  return {
    order: {
      supplier: { ...business, deaNumber: supplierDea },
      purchaser: { deaNumber: purchaser },
      lines: [{ ...line, packageSize: Number(packageSize), packages: Number(packages) }],
    },
  };
}

export function asXml({ supplierDea, purchaser, name, ndc, packageSize, packages, schedule }) {
  const text = (value) => value.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const { street, city, state, postalCode } = business.address;
  return {
    xml: `<?xml version="1.0" encoding="UTF-8"?>
<CSOSOrderRequest>
  <CSOSOrder>
    <OrderSummary>
      <NoOfLines>1</NoOfLines>
      <Supplier>
        <Name>${text(business.name)}</Name>
        <Address1>${text(street)}</Address1>
        <City>${text(city)}</City>
        <State>${state}</State>
        <PostalCode>${postalCode}</PostalCode>
        <DEANumber>${text(supplierDea)}</DEANumber>
      </Supplier>
      <Buyer>
        <DEANumber>${text(purchaser)}</DEANumber>
      </Buyer>
    </OrderSummary>
    <Order>
      <OrderItem>
        <NameOfItem>${text(name)}</NameOfItem>
        <NationalDrugCode>${text(ndc)}</NationalDrugCode>
        <SizeOfPackages>${text(packageSize)}</SizeOfPackages>
        <QuantityOrdered>${text(packages)}</QuantityOrdered>
        <Schedule>${text(schedule)}</Schedule>
      </OrderItem>
    </Order>
  </CSOSOrder>
</CSOSOrderRequest>`,
  };
}

export function asX12({ supplierDea, purchaser, name, ndc, packageSize, packages, schedule }) {
  // X12 has no escape: what would end an element or a segment must not stand in one.
  const text = (value) => value.replaceAll(/[*>~]/g, ' ');
  const day = new Date().toISOString().slice(0, 10).replaceAll('-', '');
  const { street, city, state, postalCode } = business.address;
  const set = [
    'ST*850*0001',
    `BEG*00*SA*WEB-1**${day}`,
    `N1*SU*${text(business.name)}*11*${text(supplierDea)}`,
    `N3*${street}`,
    `N4*${city}*${state}*${postalCode}`,
    `N1*ST**11*${text(purchaser)}`,
    `PO1*1*${text(packages)}*PK***N4*${text(ndc)}`,
    `PID*F*08***${text(name)}`,
    `PO4**${text(packageSize)}*UN`,
    `REF*ZZ*DEA SCHEDULE*${text(schedule)}`,
    'CTT*1',
  ];
  const padded = (id) => id.padEnd(15);
  const envelope = [
    `ISA*00*${' '.repeat(10)}*00*${' '.repeat(10)}*ZZ*${padded('EXAMPLE')}*ZZ*${padded('COUNTERSIGN')}*${day.slice(2)}*0000*U*00401*000000001*0*P*>`,
    `GS*PO*EXAMPLE*COUNTERSIGN*${day}*0000*1*X*004010`,
    ...set,
    `SE*${set.length + 1}*0001`,
    'GE*1*1',
    'IEA*1*000000001',
  ];
  return { x12: envelope.map((segment) => `${segment}~`).join('\n') };
}
