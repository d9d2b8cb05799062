export { placePeople } from './place-people.ts';
