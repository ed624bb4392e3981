import { describe, expect, it } from 'vitest';
import { shippedKnowledge } from '../knowledge/testing/shipped';
import { sameRomanisation } from './romanisation';

const knowledge = shippedKnowledge();
const same = (id: string, a: string, b: string) => sameRomanisation(knowledge.entity(id)!, a, b);

describe('sameRomanisation', () => {
  it.each([
    ['hassan-rouhani', 'Rouhani', 'Rowhani'], ['mahmoud-ahmadinejad', 'Ahmadinejad', 'Ahmadinezhad'], ['yulia-tymoshenko', 'Tymoshenko', 'Timoshenko'], ['robert-kocharyan', 'Kocharyan', 'Kocharian'],
    ['mahinda-rajapaksa', 'Rajapaksa', 'Rajapakse'], ['ismail-haniyeh', 'Haniyeh', 'Haniyah'], ['wolfgang-schussel', 'Schüssel', 'Schuessel'], ['sergei-kiriyenko', 'Kiriyenko', 'Kiryenko'],
  ])('%s: %s is %s', (id, a, b) => {
    expect(same(id, a, b)).toBe(true);
  });

  it.each([
    ['sergei-shoigu', 'Shoigu', 'Shiogu'], ['volodymyr-zelensky', 'Zelensky', 'Zelenksy'], ['volodymyr-zelensky', 'Zelensky', 'Zelinsky'], ['angela-merkel', 'Merkel', 'Merkle'], ['emmerson-mnangagwa', 'Mnangagwa', 'Mnangawa'],
    ['pakistan', 'Pakistan', 'Paksitan'], ['vladimir-putin', 'Putin', 'Puttn'], ['nicolas-sarkozy', 'Sarkozy', 'Sarkosy'], ['dmitry-medvedev', 'Medvedev', 'Medvdev'], ['ali-khamenei', 'Khamenei', 'Khamneei'],
  ])('%s: %s is not %s', (id, a, b) => {
    expect(same(id, a, b)).toBe(false);
  });
});
