package town.machi.kernel;

import java.util.List;
import java.util.Map;

/// What a room holds on a person. Every room with personal data has one bean of this.
///
/// Source: 個人情報の保護に関する法律, chapter 5 (開示, 訂正, 利用停止).
public interface PersonalData {

    /// The room's package name: `submission`.
    String room();

    /// What is held on the person: where it lies, no values.
    List<Trace> find(PersonKey key);

    /// The same with its values, for the person themselves (開示).
    List<Extract> export(PersonKey key);

    /// Takes it away for good.
    ///
    /// @return how many records are gone
    int erase(PersonKey key);

    /// The 個人情報ファイル that this bean answers for, for the published list; none where they are part of another's.
    default List<PersonalFile> files() {
        return List.of();
    }

    /// @param subject `submission:uuid`
    /// @param what what kind of record it is, in Japanese, and no value of it: `届出の回答`
    /// @param guarded it concerns somebody who must not be found (支援措置): seen by those alone who decide
    record Trace(String subject, String what, boolean guarded) {

        public Trace(String subject, String what) {
            this(subject, what, false);
        }
    }

    /// @param values label in Japanese → value, in the order to show
    record Extract(String subject, String what, Map<String, String> values) {}
}
