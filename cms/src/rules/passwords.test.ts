import { describe, expect, it } from 'vitest';
import { passwordProblem } from './passwords';

const owner = { email: 'margaret.hamilton@example-school.org', firstname: 'Margaret', lastname: 'Hamilton' };

describe('a password', () => {
  it.each([
    'Story-Telling-2027',
    'My-own-password-1',
    'Demo-a8sK2_xQ7a',
    'Correct-Horse-Battery-9',
    'wir gehen Heute 5 schwimmen',
    'Пароль-из-Слов-7',
  ])('“%s” is taken', (password) => expect(passwordProblem(password, owner)).toBeNull());

  it.each(['', 'Ab1', 'Xk29-blue-F', '👍👍👍👍👍👍'])('“%s” is too short', (password) => {
    expect(passwordProblem(password, owner)).toMatch(/^A password has 12 characters or more/);
  });

  it.each([
    'Password1234',
    'P@ssw0rd2024!!',
    'Welcome12345',
    'Qwertyuiop123',
    '1qaz2wsx3edC',
    'Abcdefghijk1',
    'Aa1Aa1Aa1Aa1Aa1',
    'Trustno1Trustno1',
    'Administrator1',
    'Summer2027!!',
  ])('“%s” is too common', (password) => {
    expect(passwordProblem(password, owner)).toMatch(/among the first that strangers try/);
  });

  it.each([
    'Margaret.Hamilton@example-school.org',
    'Margaret-Hamilton-1',
    'HamiltonMargaret27',
    'Example-School-2027',
    'M4rg4r3t-H4m1lt0n',
  ])('“%s” is its owner’s name or address', (password) => {
    expect(passwordProblem(password, owner)).toMatch(/your own name or e-mail address/);
    expect(passwordProblem('Story-Telling-2027', owner)).toBeNull();
  });

  it.each<[string, Parameters<typeof passwordProblem>[1]]>([
    ['Margaret-Hamilton-1', { firstname: 'Margaret', lastname: 'Hamilton' }],
    ['Margaret-Hamilton-1', { firstname: 'Margaret Hamilton' }],
    ['xq-Wolfeschlegelstein', { lastname: 'Wolfeschlegelstein' }],
    ['Wolfeschlegelstein-xq', { firstname: 'Wolfeschlegelstein', email: null }],
    ['wolfeschlegelstein!7', { email: 'wolfeschlegelstein@example.org' }],
    ['Sturmvogelschule-27', { email: 'pat@sturmvogelschule.example' }],
    ['Ann-Bob-Cat-Dog-Elf-Fox', { firstname: 'Ann', lastname: 'Bob', email: 'cat@dog.elf' }],
  ])('“%s” is its owner’s, whatever is known of them: %j', (password, known) => {
    expect(passwordProblem(password, known)).toMatch(/your own name or e-mail address/);
  });

  it.each<[string, Parameters<typeof passwordProblem>[1]]>([
    ['Hamilton-Purple-Trombone-Kite', owner],
    ['Story-Telling-2027', { email: '', firstname: '', lastname: null }],
    ['Story-Telling-2027', { firstname: 'Al', lastname: 'Te', email: 'st@or.yt' }],
  ])('“%s” has enough of its own: %j', (password, known) => {
    expect(passwordProblem(password, known)).toBeNull();
  });
});
