import { brand, substance, type SubstanceFacts } from './facts';

/**
 * Stimulants, anorectics and wakefulness drugs. Codes and schedules: 21 CFR 1308.12(d), 1308.13(b), 1308.14(e), (f),
 * 1308.15(d). Isomers share their racemate's code (dexmethylphenidate, armodafinil). Salt factors: molar masses; the mixed
 * amphetamine salts are 62.6 % base by their labelling.
 */
export const stimulants: readonly SubstanceFacts[] = [
  substance('1100', 'amphetamine', '2N', {
    also: 'amphet|amphetamin|amphetamines|amphetamine salt|amphetamine salts|amphetamine salt combo|amphetamine mixed salts|mixed amphetamine salts|dextroamp-amphet|dextroamp amphetamin|dextroamphetamine-amphetamine|dextroamphetamine saccharate|amphetamine aspartate|amphet asp|amphet dextr|amphetamine dextroamphetamine|dextroamp sacc|obetrol',
    salts: { 'mixed salts': 0.6263, sulfate: 0.7338, aspartate: 0.4805, saccharate: 0.5627 },
    strengths: [1, 1.25, 2.5, 3.1, 5, 6.3, 7.5, 9.4, 10, 12.5, 15, 18.8, 20, 25, 30, 37.5, 50],
    brands: [
      brand('adderall|adderall xr|mydayis', '', 'mixed salts'),
      brand(
        'dextroamphetamine|dextroamphetamin|dextroamphet|dextroamp|dextro amphetamine|d amphetamine|d amphetamin|d amphet|dextroamph|dexamphetamine|dexedrine|dexedrine spansule|zenzedi|procentra|dextrostat|evekeo|evekeo odt|xelstrym|liquadd|dexampex',
        '',
        'sulfate',
      ),
      brand('adzenys|adzenys xr-odt|adzenys er|dyanavel|dyanavel xr'),
    ],
  }),
  substance('1205', 'lisdexamfetamine', '2N', {
    also: 'lisdexamfetamin|lisdexamphetamine|lisdexamf|lisdexam',
    salts: { dimesylate: 0.5781 },
    strengths: [10, 20, 30, 40, 50, 60, 70],
    brands: [brand('vyvanse')],
  }),
  substance('1724', 'methylphenidate', '2N', {
    also: 'methylphenid|methylphenidat|methylphen|methylphenidate er|methylphenidate sr|mph|dexmethylphenidate|dexmethylphenidat|dexmethylphen|dexmethylph|d-methylphenidate',
    salts: { hydrochloride: 0.8648 },
    strengths: [
      1, 2, 2.5, 5, 8.6, 10, 15, 17.3, 18, 20, 25, 25.9, 27, 30, 35, 36, 40, 45, 50, 54, 60, 63, 70, 72, 80,
      85, 100,
    ],
    brands: [
      brand(
        'ritalin|ritalin la|ritalin sr|concerta|metadate|metadate cd|metadate er|methylin|methylin er|daytrana|quillivant|quillivant xr|quillichew|quillichew er|aptensio|aptensio xr|cotempla|cotempla xr-odt|jornay|jornay pm|adhansia|adhansia xr|relexxii|focalin|focalin xr',
      ),
      brand('azstarys', 'serdexmethylphenidate'),
    ],
  }),
  substance('1105', 'methamphetamine', '2N', {
    also: 'methamphet|methamphetam',
    salts: { hydrochloride: 0.8036 },
    strengths: [5],
    brands: [brand('desoxyn')],
  }),
  substance('1640', 'phentermine', '4', {
    also: 'phenterm|phentermin',
    salts: { hydrochloride: 0.8036, resin: 1 },
    strengths: [3.75, 7.5, 8, 11.25, 15, 18.75, 30, 37.5],
    brands: [
      brand('adipex|adipex-p|lomaira|ionamin|fastin|suprenza|oby-cap|zantryl|atti-plex p'),
      brand('qsymia', 'topiramate'),
    ],
  }),
  substance('1615', 'phendimetrazine', '3N', {
    also: 'phendimetraz|phendimet',
    salts: { tartrate: 0.5603 },
    strengths: [35, 105],
    brands: [brand('bontril|bontril pdm|prelu-2|melfiat|statobex')],
  }),
  substance('1228', 'benzphetamine', '3N', {
    also: 'benzphet',
    salts: { hydrochloride: 0.8677 },
    strengths: [25, 50],
    brands: [brand('didrex|regimex')],
  }),
  substance('1610', 'diethylpropion', '4', {
    also: 'diethylprop|diethylpropio|amfepramone',
    salts: { hydrochloride: 0.8493 },
    strengths: [25, 75],
    brands: [brand('tenuate|tenuate dospan')],
  }),
  substance('1680', 'modafinil', '4', {
    also: 'modafin|armodafinil|armodafin',
    strengths: [50, 100, 150, 200, 250],
    brands: [brand('provigil|nuvigil')],
  }),
  substance('1650', 'solriamfetol', '4', {
    salts: { hydrochloride: 0.842 },
    strengths: [75, 150],
    brands: [brand('sunosi')],
  }),
  substance('1625', 'lorcaserin', '4', { strengths: [10, 20], brands: [brand('belviq|belviq xr')] }),
  substance('1675', 'sibutramine', '4', { strengths: [5, 10, 15], brands: [brand('meridia')] }),
  substance('1631', 'phenmetrazine', '2N', { brands: [brand('preludin')] }),
  substance('1530', 'pemoline', '4', { strengths: [18.75, 37.5, 75], brands: [brand('cylert')] }),
  substance('1605', 'mazindol', '4', { strengths: [1, 2], brands: [brand('sanorex|mazanor')] }),
  substance('1230', 'cathine', '4'),
  substance('1575', 'fenproporex', '4'),
  substance('1750', 'pipradrol', '4'),
  substance('1645', 'chlorphentermine', '3N'),
  substance('1647', 'clortermine', '3N'),
  substance('1485', 'pyrovalerone', '5'),
];
