/** In every page of a pack, because each of them may be opened alone. Black on white, Letter (wide, for the tables), no script, nothing fetched. */
export const style = `
:root{color-scheme:light;--ink:#16191d;--quiet:#545b64;--line:#d5d9de;--soft:#f4f6f8;--accent:#0b5394;--stop:#a01c1c}
*{box-sizing:border-box}
body{margin:0 auto;padding:32px 28px 64px;max-width:1240px;color:var(--ink);background:#fff;font:14px/1.5 system-ui,-apple-system,"Segoe UI",sans-serif}
h1{font-size:26px;line-height:1.2;margin:0}h2{font-size:18px;margin:40px 0 8px;padding-top:10px;border-top:2px solid var(--ink)}h3{font-size:15px;margin:24px 0 6px}
p{margin:6px 0;max-width:80ch}a{color:var(--accent)}.quiet{color:var(--quiet)}.rule{color:var(--quiet);font-size:12px;font-weight:400}
.head{display:flex;gap:24px;justify-content:space-between;align-items:flex-start;flex-wrap:wrap}.kind{color:var(--quiet);margin:0 0 4px}
dl{display:grid;grid-template-columns:max-content 1fr;gap:2px 16px;margin:12px 0}dt{color:var(--quiet)}dd{margin:0}
table{border-collapse:collapse;width:100%;margin:8px 0;font-variant-numeric:tabular-nums}
th,td{text-align:left;vertical-align:top;padding:5px 10px 5px 0;border-bottom:1px solid var(--line)}
thead th{font-size:.84em;font-weight:600;color:var(--quiet);border-bottom:1px solid var(--ink);position:sticky;top:0;background:#fff}
.n{text-align:right}th.n,td.n{padding-right:16px}tbody.o>tr>td{border-bottom:0}tbody.o>tr:last-child>td{border-bottom:1px solid var(--line)}
.wide{table-layout:fixed}.wide td{overflow-wrap:break-word}.wide .id{white-space:normal}.wide th.n,.wide td.n{padding-right:12px}
.orders th:nth-child(1){width:9%}.orders th:nth-child(2){width:9.5%}.orders th:nth-child(3){width:10%}.orders th:nth-child(4){width:18%}.orders th:nth-child(5){width:5.5%}.orders th:nth-child(6){width:5.5%}.orders th:nth-child(7){width:6%}.orders th:nth-child(8){width:9.5%}.orders th:nth-child(9){width:8%}.orders th:nth-child(10){width:10%}.orders th:nth-child(11){width:9%}
.records th:nth-child(1){width:10%}.records th:nth-child(2){width:9.5%}.records th:nth-child(3){width:12%}.records th:nth-child(4){width:24%}.records th:nth-child(5){width:7%}.records th:nth-child(6){width:7%}.records th:nth-child(7){width:9%}.records th:nth-child(8){width:13%}.records th:nth-child(9){width:8.5%}
.sum td,.sum th{padding:7px 16px 7px 0}.sum tbody th{font-size:1.07em}
code,.id{font-family:ui-monospace,"Cascadia Mono",Consolas,monospace;font-size:.94em}.id{white-space:nowrap}
pre{background:var(--soft);padding:12px 14px;overflow:auto;white-space:pre-wrap;overflow-wrap:anywhere;font-family:ui-monospace,"Cascadia Mono",Consolas,monospace;font-size:.92em;line-height:1.45}
.note{border-left:4px solid var(--ink);background:var(--soft);padding:8px 14px;margin:14px 0}.note.stop{border-color:var(--stop)}
.flag,.wrong{display:block;font-size:.92em}.flag::before{content:"\\25D0  "}.wrong{color:var(--stop);font-weight:600}.wrong::before{content:"\\25CF  "}.day{white-space:nowrap}.small{font-size:.9em}
nav ul{columns:2;padding:0;margin:8px 0;list-style:none;max-width:80ch}nav li{margin:2px 0}
ol.time{list-style:none;padding:0;margin:8px 0}ol.time li{display:grid;grid-template-columns:190px 1fr;gap:12px;padding:4px 0;border-bottom:1px solid var(--line)}
.was{text-decoration:line-through;color:var(--quiet)}.hash{overflow-wrap:anywhere}
@page{size:letter landscape;margin:12mm}
@media print{body{padding:0;max-width:none;font-size:10.5px}h1{font-size:19px}h2{font-size:14px;break-after:avoid}h3{break-after:avoid}
a{color:inherit;text-decoration:none}thead{display:table-header-group}thead th{position:static}tbody.o,tr{break-inside:avoid}.screen{display:none}}
`.trim();
