package town.machi.shelter;

/// 要配慮. Source of the list: entry forms of 岐阜県 and of the 国民保護 安否情報様式.
public enum Need {
    PREGNANT("妊産婦"),
    INFANT("乳幼児"),
    CARE("要介護"),
    WHEELCHAIR("車いす"),
    SIGHT("視覚"),
    HEARING("聴覚"),
    LIMBS("肢体"),
    INTERNAL("内部"),
    INTELLECTUAL("知的"),
    MENTAL("精神"),
    DEVELOPMENTAL("発達"),
    ILLNESS("難病・持病"),
    DEVICE("医療機器"),
    MEDICINE("服薬"),
    LANGUAGE("日本語の支援");

    private final String label;

    Need(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
