import { say } from '@/lib/words';
import { productForms } from './product-forms';

/** As pages show it; null where none is on record. */
export function formName(form: string | null): string | null {
  const known = productForms.find((one) => one === form);
  return known ? say(`products.form.${known}`) : form;
}
