import { demoRegistrants } from '../../pki/demo-registrants';
import type { CartLine } from '../book/cart';

const { pharmacy, suppliers } = demoRegistrants;

export interface SampleOrder {
  readonly number: string;
  readonly date: string;
  readonly buyerDea?: string;
  readonly cart: readonly CartLine[];
}

/** A right CSOSOrder document for Meridian, written here by hand so that the extension's writer isn't its own judge. */
export function sampleDocument({ number, date, buyerDea = pharmacy.deaNumber, cart }: SampleOrder): string {
  const { name, deaNumber, address } = suppliers.meridian;
  const items = cart.map(
    ({ lineNumber, item, packages }) =>
      `<OrderItem><LineNumber>${lineNumber}</LineNumber><NameOfItem>${item.name} ${item.strength}</NameOfItem>` +
      `<NationalDrugCode>${item.ndc.replaceAll('-', '')}</NationalDrugCode><SizeOfPackages>${item.packageSize}</SizeOfPackages>` +
      `<QuantityOrdered>${packages}</QuantityOrdered><Schedule>${item.schedule}</Schedule></OrderItem>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<CSOSOrderRequest><CSOSOrder><OrderSummary><NoOfLines>${cart.length}</NoOfLines><PODate>${date}</PODate>
<UniqueTransactionNumber>${number}</UniqueTransactionNumber>
<Supplier><Name>${name}</Name><Address1>${address.street}</Address1><City>${address.city}</City><State>${address.state}</State><PostalCode>${address.zip}</PostalCode><DEANumber>${deaNumber}</DEANumber></Supplier>
<Buyer><DEANumber>${buyerDea}</DEANumber></Buyer></OrderSummary><Order>${items.join('')}</Order></CSOSOrder></CSOSOrderRequest>
`;
}
