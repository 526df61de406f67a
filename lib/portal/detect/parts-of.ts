/** What a label in mid-line begins with: a word of it before the blank means that the label began there already. */
const QUALIFIER =
  "order(?:ed)?|ord|req(?:uested)?|ship(?:ped)?|received|rec'?d|rcvd|open|case|min|max|last|hand|avail(?:able)?|suggested|back-?order(?:ed)?|b/o|cut|orig(?:inal)?|confirmed|invoiced|pkg|pack(?:age)?|unit|bottle|container|selling|dea|drug|control|csa";
const AMOUNT = '(?:Qty|Quantity|Pkgs|Packages)';
const MOVED =
  "(?:Order(?:ed)?|Ship(?:ped)?|Received|Rec'?d|Rcvd|Open|Cut|Invoiced|Suggested|Back-?order(?:ed)?|Requested|Confirmed|On[- ]hand)";
/** Labels that follow a value on the same line: "Ordered: 3  Shipped: 3". */
const LABELS = [
  'NDC|Item(?: ?#)?|CIN|SKU|Size|Sch(?:edule)?|Class|Strength|Form|DEA|PO|Mfr|UOM|U/M|Unit|Status|Reason|Lot|Exp|Price',
  `(?:${MOVED} )?${AMOUNT}|${AMOUNT} ${MOVED}|Ordered|Shipped|Received|Rec'?d|Rcvd|Back-?ordered|B/O|Invoiced|Suggested|On[- ]hand`,
  '(?:Pkg\\.?|Pack(?:age)?|Unit|Bottle|Container) Size',
].join('|');

/** Where one stretch of text goes on to the next thing: a bar, a dot, or a label in mid-line. */
const DIVIDER = new RegExp(
  [
    String.raw`\s*[|·•;]\s*`,
    String.raw`\s*\((?=NDC\b)`,
    String.raw`,?(?<!(?<![\w'/])(?:${QUALIFIER}))\s+(?=(?:${LABELS})\s*[:#])`,
    String.raw`,?\s+(?=(?:NDC|Qty|Quantity)\s+\d)`,
    String.raw`\s{0,1},\s(?=(?:NDC|Item|DEA|CIN|Qty|PO)\b)`,
  ].join('|'),
);

/** The things that one stretch of text says, one after the other. */
export function partsOf(text: string): readonly string[] {
  return text.split(DIVIDER).filter(Boolean);
}
